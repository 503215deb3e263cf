namespace Burnin.Messages.Mail;

/// <summary>What a person reads: the same in words alone, for those who read it on a watch or by ear.</summary>
internal sealed record Letter(string Subject, string Text, string Html);
