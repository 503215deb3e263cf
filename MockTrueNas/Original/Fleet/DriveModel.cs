namespace Burnin.MockTrueNas.Original.Fleet;

/// <summary>What a vendor prints on the label. In the serial pattern each # is a character of the one drive.</summary>
internal sealed record DriveModel(string Name, long Bytes, int RotationRate, string Bus, string SerialPattern)
{
    /// <summary>True for the model whose self-tests never come through.</summary>
    public bool FailsSelfTests { get; init; }
}
