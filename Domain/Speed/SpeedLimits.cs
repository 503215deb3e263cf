namespace Burnin.Domain.Speed;

/// <summary>
/// From where on speed is worth a word. No maker publishes such limits: those without a source here are our own, chosen so
/// that the curves of healthy drives stay clear of them.
/// </summary>
public static class SpeedLimits
{
    /// <summary>A dent is slower than this against its neighbours. Ours: from zone to zone a healthy drive loses a few percent.</summary>
    public const double DentBelow = 0.75;

    /// <summary>In so many sweeps at the same place.</summary>
    public const int DentTimes = 2;

    /// <summary>The innermost tenth of a hard disk against its outermost. The tracks at the rim are about twice as long as those at the hub.</summary>
    public const double LeastInnerToOuter = 0.40;

    public const double MostInnerToOuter = 0.65;

    /// <summary>A read that took so long is worth a note: with a full queue a healthy drive needs a tenth of it. Ours.</summary>
    public const long VeryLongMicroseconds = 1_000_000;

    /// <summary>After 7 s a drive made for arrays gives a sector up (the usual default of SCT ERC, 70 tenths of a second).</summary>
    public const long GivenUpMicroseconds = 7_000_000;

    /// <summary>Below this share of its siblings' speed at the same places a drive is slow. Ours.</summary>
    public const double SiblingNoteBelow = 0.90;

    /// <summary>Below this it is too slow for the policies that are strict about it. Ours.</summary>
    public const double SiblingFailBelow = 0.85;

    /// <summary>Of at least so many other drives: fewer say nothing of the model.</summary>
    public const int LeastSiblings = 3;

    /// <summary>A slow zone against the siblings is at least so many hundredths of the drive wide, and slow as a dent is.</summary>
    public const int ZoneParts = 3;
}
