using System.Collections.Immutable;
using System.Net;

namespace Burnin.MockTrueNas;

/// <summary>How many boxes, of which products, with how many drives.</summary>
public sealed record MockFleetOptions
{
    public int Boxes
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Boxes), value, "A fleet has at least one box.");
    } = 1;

    /// <summary>Null for as many as it takes to show every case.</summary>
    public int? DrivesPerBox { get; init; }

    /// <summary>Given out in turn; none for every product that there is.</summary>
    public ImmutableArray<MockNasProfile> Profiles { get; init; } = [];

    /// <summary>See <see cref="MockNasOptions.HasCases"/>.</summary>
    public bool HasCases { get; init; } = true;

    public double SpeedUp { get; init; } = 1;

    /// <summary>Each box takes two ports from here on, the plain one first; 0 takes free ones.</summary>
    public int BasePort { get; init; }

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>See <see cref="MockNasOptions.TrustsLoopback"/>.</summary>
    public bool TrustsLoopback { get; init; }

    /// <summary>See <see cref="MockNasOptions.ThrowsOnViolation"/>.</summary>
    public bool ThrowsOnViolation { get; init; } = true;

    /// <summary>Before the number of the box.</summary>
    public string NamePrefix { get; init; } = "nas-";

    internal MockNasOptions Of(int place, ImmutableArray<MockNasProfile> known)
    {
        var profiles = Profiles.IsEmpty ? known : Profiles;

        return new MockNasOptions
        {
            Name = $"{NamePrefix}{place + 1:000}",
            Profile = profiles[place % profiles.Length],
            SpeedUp = SpeedUp,
            Port = BasePort == 0 ? 0 : BasePort + (place * 2),
            SecurePort = BasePort == 0 ? 0 : BasePort + (place * 2) + 1,
            Drives = DrivesPerBox,
            HasCases = HasCases,
            TrustsLoopback = TrustsLoopback,
            ThrowsOnViolation = ThrowsOnViolation,
        };
    }
}
