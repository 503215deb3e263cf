namespace Burnin.WebFront.Live;

/// <summary>How what came from a feed follows on what was heard of it before.</summary>
internal enum Hearing
{
    /// <summary>It is the next.</summary>
    Next,

    /// <summary>It is known already: it came twice, or late.</summary>
    Known,

    /// <summary>Nothing was heard before.</summary>
    First,

    /// <summary>Something between is lost, or still on its way.</summary>
    Gap,

    /// <summary>The feed has begun to count anew.</summary>
    NewEpoch,
}
