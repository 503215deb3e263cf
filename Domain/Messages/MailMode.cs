namespace Burnin.Domain.Messages;

/// <summary>How a mail server is spoken to.</summary>
public enum MailMode
{
    /// <summary>In clear at first, then encrypted before anything else is said; never without.</summary>
    Starttls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,

    /// <summary>In clear.</summary>
    Plain,
}
