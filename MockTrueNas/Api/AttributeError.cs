namespace Burnin.MockTrueNas.Api;

/// <summary>What is wrong with one attribute of a call.</summary>
internal sealed record AttributeError(string Attribute, string Message, int Errno = Boxes.Errno.Invalid);
