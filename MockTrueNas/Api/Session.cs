namespace Burnin.MockTrueNas.Api;

/// <summary>Who a client is, and what it has set for its connection.</summary>
internal sealed class Session
{
    public required Transport Transport { get; init; }

    public required string Address { get; init; }

    /// <summary>TLS, as the box judges it.</summary>
    public required bool IsSecure { get; init; }

    /// <summary>True on the wire, whatever the box makes of it: the measure for violations.</summary>
    public required bool IsEncrypted { get; init; }

    /// <summary>The version of the API whose fields it speaks; null for the newest.</summary>
    public string? ApiVersion { get; init; }

    public Login? Login { get; set; }

    /// <summary>Null where the transport has other ways to subscribe, or none.</summary>
    public ISubscriptions? Subscriptions { get; set; }

    /// <summary>Whether a login failed here: 26 and its forebears stumble over a second one.</summary>
    public bool HasFailedLogin { get; set; }

    /// <summary>Has given a password, and owes the second factor.</summary>
    public string? PendingUser { get; set; }

    public bool HasLegacyJobs { get; set; } = true;

    public bool HasPrivateMethods { get; set; }

    public bool HasPythonExceptions { get; set; }
}
