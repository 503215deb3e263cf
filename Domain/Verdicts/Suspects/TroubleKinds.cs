namespace Burnin.Domain.Verdicts.Suspects;

/// <summary>What each trouble is a trouble of, by its code: what the way between drive and host can cause, and what it cannot.</summary>
internal static class TroubleKinds
{
    /// <summary>The surface could not be read or written.</summary>
    public static bool IsSurfaceError(string code) => code is "bad_blocks" or "transient_bad_blocks" or "surface_errors" or "errors_seen" or "kernel_io_errors";

    /// <summary>The drive did not answer, or the run broke off.</summary>
    public static bool IsSilence(string code) => code is "drive_gone" or "aborted" or "run_lost" or "stuck" or "drive_hangs" or "read_given_up" or "kernel_drive_gone" or "self_test_unproven" or "smart_unavailable" or "smart_incomplete";

    public static bool IsSlowness(string code) => code is "slow_drive";

    /// <summary>The drive's own doing, and nobody else's: what it counts within itself, and what it says of itself.</summary>
    public static bool AccusesDrive(string code) => code is
        "reallocated_sectors" or "pending_sectors" or "pending_cleared" or "uncorrectable_sectors" or "reported_uncorrectable" or "end_to_end_errors"
        or "grown_defects" or "pending_defects" or "uncorrected_reads" or "uncorrected_writes" or "uncorrected_verifies" or "media_errors"
        or "smart_health" or "self_test_failed" or "self_test_log" or "attribute_failing" or "kernel_medium_errors" or "kernel_hardware_errors" or "ata_errors";
}
