namespace Burnin.WebFront.Http;

/// <summary>
/// What the body of a route holds. Not the framework's own way to say it, which also turns away other content types before
/// any filter has run, and then the attempt leaves no audit row.
/// </summary>
internal sealed record BodyMetadata(Type Type);
