using Xunit;

namespace Burnin.Browser.Tests;

/// <summary>All tests that share one Burnin, one after the other.</summary>
[CollectionDefinition(nameof(ShownFleetCollection))]
public sealed class ShownFleetCollection : ICollectionFixture<ShownFleet>;
