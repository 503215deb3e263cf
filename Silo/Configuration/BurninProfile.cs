namespace Burnin.Silo.Configuration;

/// <summary>How this process runs.</summary>
/// <param name="IsDemo">With a pretend NAS in the same process, and time sped up.</param>
/// <param name="DataDirectory">Where the database and the keys are kept.</param>
/// <param name="DemoSpeedUp">How much faster than the clock the pretend NAS runs.</param>
internal sealed record BurninProfile(bool IsDemo, string DataDirectory, double DemoSpeedUp);
