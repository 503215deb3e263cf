namespace Burnin.Domain.Messages;

/// <summary>How fast a channel may be used.</summary>
public sealed record ChannelPace
{
    /// <summary>Messages that one delivery can carry.</summary>
    public required int AtOnce { get; init; }

    /// <summary>From one delivery to the next.</summary>
    public required TimeSpan Between { get; init; }

    /// <summary>More do not wait: the oldest are given up.</summary>
    public int MostWaiting { get; init; } = 500;

    /// <summary>What is older is no news any more.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Sixty drives that end in one minute are two mails, not sixty.</summary>
    public static ChannelPace Mail { get; } = new() { AtOnce = 50, Between = TimeSpan.FromMinutes(1) };

    /// <summary>Programs want each by itself, and nobody wants them in one burst.</summary>
    public static ChannelPace Webhook { get; } = new() { AtOnce = 1, Between = TimeSpan.FromSeconds(1) };
}
