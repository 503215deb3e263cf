using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Burnin.Grains.Users;

/// <summary>Hashes and proves passwords, away from the grain's own thread: it is slow by intention.</summary>
internal sealed class Passwords
{
    private readonly PasswordHasher<string> _hasher = new();

    /// <summary>Of a password that nobody has: an unknown name takes as long to be refused as a known one.</summary>
    private readonly Lazy<string> _nobodys;

    public Passwords() => _nobodys = new Lazy<string>(() => _hasher.HashPassword("", RandomText()));

    public static string RandomText() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public Task<string> HashAsync(string password) => Task.Run(() => _hasher.HashPassword("", password));

    public Task<bool> IsRightAsync(string? hash, string password) => Task.Run(
        () => _hasher.VerifyHashedPassword("", hash ?? _nobodys.Value, password) != PasswordVerificationResult.Failed && hash is not null);
}
