namespace Burnin.Rig;

/// <summary>A key pair made by ssh-keygen: the private half as text, as an operator would paste it.</summary>
public sealed record SshKeys
{
    public required string PrivateKey { get; init; }

    /// <summary>The line for <c>authorized_keys</c>.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Null where the key is not encrypted.</summary>
    public string? Passphrase { get; init; }

    /// <param name="directory">Where ssh-keygen writes; the files are left there.</param>
    /// <param name="name">The file's name in it.</param>
    /// <param name="type">As <c>ssh-keygen -t</c> knows it, with further arguments: <c>rsa -b 3072 -m PEM</c>.</param>
    /// <param name="passphrase">Encrypts the private half.</param>
    /// <param name="cancellationToken">Gives up waiting for the tool.</param>
    public static async Task<SshKeys> MakeAsync(
        string directory, string name, string type, string? passphrase, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, name);
        File.Delete(path);
        File.Delete($"{path}.pub");
        await SshCommandLine.RunAsync(
            "ssh-keygen", ["-q", "-C", name, "-N", passphrase ?? "", "-f", path, "-t", .. type.Split(' ')], cancellationToken);

        return new SshKeys
        {
            PrivateKey = await File.ReadAllTextAsync(path, cancellationToken),
            PublicKey = (await File.ReadAllTextAsync($"{path}.pub", cancellationToken)).Trim(),
            Passphrase = passphrase,
        };
    }
}
