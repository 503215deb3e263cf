using Burnin.Domain.Nases;

namespace Burnin.Nas.Ssh;

/// <summary>The key a host must show. Without one, the first key shown becomes it.</summary>
internal sealed class HostKeyPin(string? pinned)
{
    private const string Prefix = "SHA256:";

    private volatile string? _pinned = Normalized(pinned);

    /// <summary>What the host last showed, right or wrong.</summary>
    public string? Shown { get; private set; }

    public bool Accepts(string fingerprint)
    {
        var shown = Normalized(fingerprint)!;
        Shown = shown;
        _pinned ??= shown;
        return _pinned == shown;
    }

    public NasException Refusal(string place) => new(
        NasFault.HostKeyChanged,
        $"The host at {place} shows key {Shown}, pinned is {_pinned}. If the machine was reinstalled, remove the pinned key and save; if not, do not connect.");

    /// <summary>With prefix and without padding, as <c>ssh-keygen -lf</c> prints it.</summary>
    private static string? Normalized(string? fingerprint)
    {
        var text = fingerprint?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var digest = text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? text[Prefix.Length..] : text;
        return Prefix + digest.TrimEnd('=');
    }
}
