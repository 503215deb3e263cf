using System.Collections.Immutable;

namespace Burnin.MockTrueNas.Products;

/// <summary>One release of the product: what it says of itself, and by which of its generations' habits it lives.</summary>
internal sealed record Product
{
    public required MockNasProfile Profile { get; init; }

    /// <summary>As settings and people write it.</summary>
    public required string Name { get; init; }

    /// <summary>Year and month, or major and minor for CORE: to be compared, never to be shown.</summary>
    public required Release Release { get; init; }

    /// <summary>What <c>system.version</c> says.</summary>
    public required string Version { get; init; }

    public required string ShortVersion { get; init; }

    /// <summary>What <c>system.product_type</c> says.</summary>
    public required string Type { get; init; }

    public required string BuildDate { get; init; }

    public required string Kernel { get; init; }

    /// <summary>Of smartctl on the host; decides what it prints.</summary>
    public required string Smartctl { get; init; }

    /// <summary>The versions of the JSON-RPC API, oldest first; none before 25.04.</summary>
    public ImmutableArray<string> ApiVersions { get; init; } = [];

    /// <summary>After how long without a message the web server in front cuts a socket.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>FreeBSD, GELI, multipath, keys with the powers of root.</summary>
    public bool IsCore => Release < Release.Scale2212;

    public bool HasRest => Release < Release.TrueNas260;

    public bool HasJsonRpc => Release >= Release.TrueNas2504;

    /// <summary>Where SMART left the API, temperatures, standby and schedules changed with it.</summary>
    public bool HasSmart => Release < Release.TrueNas2510;

    /// <summary>Keys belong to users, who have roles, and die when they are sent in the clear.</summary>
    public bool HasUserKeys => Release >= Release.TrueNas2504;

    /// <summary>A swap partition on each disk of a pool.</summary>
    public bool PartitionsSwap => Release < Release.Scale2410;
}
