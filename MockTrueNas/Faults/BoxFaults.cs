namespace Burnin.MockTrueNas.Faults;

/// <summary>How a box misbehaves until told otherwise. What the original's mock knew keeps its names: slow, status, drop.</summary>
public sealed record BoxFaults
{
    public static BoxFaults None { get; } = new();

    /// <summary>Before each answer of the API, in REST and on sockets.</summary>
    public int SlowMs { get; init; }

    /// <summary>REST, and the start of a socket, are answered with this alone: 502 while a box boots.</summary>
    public int? Status { get; init; }

    /// <summary>Cuts the connection without an answer: a request in REST, a call on a socket.</summary>
    public bool Drop { get; init; }

    /// <summary>Does what was asked, and then cuts the connection instead of answering.</summary>
    public bool DropAfterCall { get; init; }

    /// <summary>Sends half of an answer and cuts the connection.</summary>
    public bool CutBody { get; init; }

    /// <summary>A page of HTML where JSON was expected, with 200.</summary>
    public bool Html { get; init; }

    /// <summary>The plain port answers 307 to https, as a box does that is set to.</summary>
    public bool RedirectToHttps { get; init; }

    /// <summary>After how long without a message a socket is cut; null for what the product does.</summary>
    public int? IdleSeconds { get; init; }

    /// <summary>The address of the client is not on the list: sockets are closed with 1008.</summary>
    public bool AddressNotAllowed { get; init; }

    /// <summary>TLS ended at a proxy of somebody else, so no connection counts as secure.</summary>
    public bool ForeignProxy { get; init; }

    /// <summary>A standby node: a login is sent elsewhere.</summary>
    public bool RedirectLogin { get; init; }

    /// <summary>A password alone is not enough: a second factor is asked for, and basic authentication refused.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>Nobody has a role for anything.</summary>
    public bool DenyRoles { get; init; }

    /// <summary>Every call that needs no login is one too many.</summary>
    public bool RateLimited { get; init; }

    /// <summary>Every call is one too many at a time.</summary>
    public bool TooManyCalls { get; init; }

    /// <summary>Rows lack what later releases added.</summary>
    public bool OldSchema { get; init; }

    /// <summary>Rows have what no release has yet, and their numbers are written with a fraction.</summary>
    public bool UnknownFields { get; init; }

    /// <summary>No drive tells its temperature.</summary>
    public bool NoTemperatures { get; init; }

    /// <summary>CORE: libzfs fails, and the list of boot disks is empty.</summary>
    public bool NoBootDisks { get; init; }

    /// <summary>These methods are not there.</summary>
    public IReadOnlyList<string> MissingMethods { get; init; } = [];

    /// <summary>These methods crash.</summary>
    public IReadOnlyList<string> CrashingMethods { get; init; } = [];

    /// <summary>False for a plan that no box can follow.</summary>
    internal bool IsPossible => SlowMs >= 0 && Status is null or (>= 400 and <= 599) && IdleSeconds is null or > 0;
}
