namespace Burnin.Domain.Smart;

/// <summary>What came of asking for a self-test, or for its end. Started is a promise only: the drive's state is the proof.</summary>
public sealed record SelfTestCommand
{
    /// <summary><c>short, long, conveyance, offline, select, abort</c>; null where the output does not tell.</summary>
    public string? Asked { get; init; }

    public bool IsStarted { get; init; }

    public bool IsAborted { get; init; }

    public bool IsRefusedBecauseRunning { get; init; }

    /// <summary>That the drive asks to wait for.</summary>
    public int? Minutes { get; init; }

    /// <summary>smartctl has said nothing against it and done nothing: old releases on NVMe, conveyance on SAS.</summary>
    public bool IsSilentNoOp { get; init; }
}
