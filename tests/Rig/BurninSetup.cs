namespace Burnin.Rig;

/// <summary>How one Burnin is started.</summary>
public sealed record BurninSetup
{
    /// <summary>The admin of every Burnin that is no demo.</summary>
    public const string Admin = "e2e";

    public const string AdminPassword = "long enough for a test";

    /// <summary>Given, to start another program that keeps the same contract; else the built Silo.</summary>
    public string? Program { get; init; }

    /// <summary>Given, to start again on the data of a Burnin that was killed; else a fresh folder, deleted at the end.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Given, to come back at the same address; else a free one.</summary>
    public int? Port { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>On top of the environment of this process; null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether an admin is made at the start, and signed in as. Not where nobody has to, or a test is about that.</summary>
    public bool NeedsSignIn { get; init; } = true;

    public static BurninSetup Demo(double speedUp = 1) => new()
    {
        Arguments = ["--demo"],
        NeedsSignIn = false,
        Environment = new Dictionary<string, string?>
        {
            ["Burnin__Demo__SpeedUp"] = speedUp.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
    };
}
