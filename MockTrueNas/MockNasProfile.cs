namespace Burnin.MockTrueNas;

/// <summary>Which product a pretend NAS claims to be; decides the routes it answers, not the drives it holds.</summary>
public enum MockNasProfile
{
    /// <summary>The REST contract of the original dashboard, which no real product speaks.</summary>
    Original,
}
