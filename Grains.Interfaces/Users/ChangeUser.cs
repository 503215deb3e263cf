namespace Burnin.Grains.Interfaces.Users;

/// <summary>What is to be changed of a user; what is null stays.</summary>
[GenerateSerializer, Immutable, Alias("burnin.change-user")]
public sealed record ChangeUser
{
    [Id(0)]
    public required string Name { get; init; }

    /// <summary><c>viewer</c>, <c>operator</c>, <c>admin</c>.</summary>
    [Id(1)]
    public string? Role { get; init; }

    [Id(2)]
    public string? NewPassword { get; init; }

    /// <summary>Asked for where somebody changes his own password; an admin may do without.</summary>
    [Id(3)]
    public string? OldPassword { get; init; }

    /// <summary>Whether the old password must be right.</summary>
    [Id(4)]
    public bool ProvesOldPassword { get; init; }

    /// <summary>A record prints all it holds; passwords must not reach a log that way.</summary>
    public override string ToString() => $"{nameof(ChangeUser)} {Name}, {Role}";
}
