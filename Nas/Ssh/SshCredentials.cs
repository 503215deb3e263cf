using System.Text;
using Burnin.Domain.Nases;
using Renci.SshNet;
using Renci.SshNet.Common;

namespace Burnin.Nas.Ssh;

/// <summary>Turns what an operator pasted into ways to log in; says in plain words what is wrong with it.</summary>
internal static class SshCredentials
{
    /// <summary>The key first: a wrong password counts towards a ban, a refused key often does not.</summary>
    public static AuthenticationMethod[] MethodsFor(SshEndpoint endpoint)
    {
        List<AuthenticationMethod> methods = [];
        if (!string.IsNullOrWhiteSpace(endpoint.PrivateKey))
        {
            methods.Add(new PrivateKeyAuthenticationMethod(endpoint.User, KeyOf(endpoint)));
        }

        if (!string.IsNullOrEmpty(endpoint.Password))
        {
            methods.Add(new PasswordAuthenticationMethod(endpoint.User, endpoint.Password));
            methods.Add(Answering(endpoint.User, endpoint.Password));
        }

        return methods.Count > 0
            ? [.. methods]
            : throw Wrong($"There is neither a password nor a private key for {endpoint.User} at {endpoint.Host}. Enter one in the settings of this NAS.");
    }

    /// <summary>FreeBSD and others ask for the password by dialogue, and refuse the plain way.</summary>
    private static KeyboardInteractiveAuthenticationMethod Answering(string user, string password)
    {
        var method = new KeyboardInteractiveAuthenticationMethod(user);
        method.AuthenticationPrompt += (_, dialogue) =>
        {
            foreach (var prompt in dialogue.Prompts)
            {
                prompt.Response = password;
            }
        };
        return method;
    }

    private static PrivateKeyFile KeyOf(SshEndpoint endpoint)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(Normalized(endpoint.PrivateKey!)));
        var passphrase = string.IsNullOrEmpty(endpoint.Passphrase) ? null : endpoint.Passphrase;
        try
        {
            return new PrivateKeyFile(text, passphrase);
        }
        catch (SshPassPhraseNullOrEmptyException encrypted)
        {
            throw Wrong("The private key is encrypted. Enter its passphrase.", encrypted);
        }
        catch (Exception unreadable)
        {
            // Each format fails in its own way, and a wrong passphrase shows as any kind of nonsense.
            throw passphrase is null
                ? Wrong("The private key cannot be read. Paste the whole file in PEM or OpenSSH form, from its BEGIN line to its END line.", unreadable)
                : Wrong("The private key cannot be read: its passphrase is wrong, or the text is not a whole key in PEM or OpenSSH form.", unreadable);
        }
    }

    /// <summary>Forms and environment variables lose line ends: Windows' ones, and <c>\n</c> written out.</summary>
    private static string Normalized(string key)
    {
        var text = key.Trim().ReplaceLineEndings("\n");
        return (text.Contains('\n') ? text : text.Replace("\\n", "\n", StringComparison.Ordinal)) + "\n";
    }

    private static NasException Wrong(string message, Exception? inner = null) =>
        new(NasFault.AuthenticationFailed, message, inner);
}
