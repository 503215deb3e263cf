using Burnin.Domain.Jobs;

namespace Burnin.Domain.Verdicts;

/// <summary>What to do about a trouble whose reason does not say it itself.</summary>
internal static class NextSteps
{
    public static Reason WithNextStep(Reason reason) => reason.WhatNext is not null ? reason : reason with
    {
        WhatNext = reason.Code switch
        {
            "drive_gone" or "kernel_drive_gone" => "Look at its power and data cable, or move it to another slot; run again. A drive that goes away in two slots is to be sent back.",
            "run_lost" => "Look why the host reboots or kills what runs there, then run again.",
            "aborted" => "Read the stage's log in the evidence for why its tool broke off, then run again.",
            "stuck" or "drive_hangs" => "Look at the host's kernel log and the drive's cable; power the drive off and on, then run again.",
            "stopped" => "Run again.",
            "incomplete" => "Run again.",
            "not_supported" or "not_possible" => "Give the host what it lacks, or leave the stage out.",
            "self_test_unproven" => "Run the self-test again, with nothing else that starts tests.",
            "too_hot" => "Give it more air, let it cool and run again.",
            "mounted" or "swap" or "holder" or "pool" or "boot" or "open" or "signature" or "partitions" => "Take the drive out of use first, if its data are not needed any more.",
            "no_serial" or "duplicate_serial" or "identity" or "unknown" => "Look which drive this is before anything is written to it.",
            "other_version" => "Start it anew. What the other version has done of it is not known.",
            "locked" or "self_test_running" => "Wait until what uses the drive has ended, then run again.",
            _ => null,
        },
    };
}
