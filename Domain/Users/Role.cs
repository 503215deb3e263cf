namespace Burnin.Domain.Users;

/// <summary>What somebody may do; each may do what those before may.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer,

    /// <summary>Starts, pauses and cancels.</summary>
    Operator,

    /// <summary>Adds NAS boxes, changes settings, manages users.</summary>
    Admin,
}
