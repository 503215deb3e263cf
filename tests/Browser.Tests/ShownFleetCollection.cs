using Xunit;

// Two browsers and two fleets at once on two cores only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Burnin.Browser.Tests;

/// <summary>All tests that share one Burnin, one after the other.</summary>
[CollectionDefinition(nameof(ShownFleetCollection))]
public sealed class ShownFleetCollection : ICollectionFixture<ShownFleet>;
