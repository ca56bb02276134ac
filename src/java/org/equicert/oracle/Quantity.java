package org.equicert.oracle;

import java.util.Locale;

/** What is asked of a function f: Rᵖ → Rᵐ at a point; c is a cotangent in Rᵐ, v a tangent in Rᵖ. */
public enum Quantity {
    /** f(θ), in the shape of f's value */
    VALUE,
    /** ∇⟨c, f⟩ ∈ Rᵖ */
    GRADIENT,
    /** ∇f(θ)[v], in the shape of f's value */
    JVP,
    /** c ∘ ∇f ∈ Rᵖ, by the candidate's vector-Jacobian product */
    VJP,
    /** ∇²⟨c, f⟩[v] ∈ Rᵖ */
    HVP,
    /** ∇²⟨c, f⟩, p × p */
    HESSIAN;

    /** As it is written in the protocol and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
