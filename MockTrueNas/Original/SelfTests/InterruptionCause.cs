namespace Burnin.MockTrueNas.Original.SelfTests;

internal enum InterruptionCause
{
    Aborted,

    /// <summary>Brought to its natural end by hand, which for a failing drive is its failure.</summary>
    Completed,

    DriveRemoved,
}
