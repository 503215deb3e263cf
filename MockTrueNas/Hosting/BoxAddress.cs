namespace Burnin.MockTrueNas.Hosting;

/// <summary>Where a box listens: its plain port and its port with TLS.</summary>
internal sealed record BoxAddress(Uri Plain, Uri Secure);
