package org.equicert.campaign;

/** Told how far a campaign has come. */
@FunctionalInterface
public interface Progress {
    /** No one is told. */
    Progress SILENT = (done, total, doing) -> {};

    /**
     * @param done questions asked
     * @param total questions planned
     * @param doing what is being asked now, in a few words
     */
    void at(int done, int total, String doing);
}
