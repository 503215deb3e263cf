using System.Text.Json;
using Burnin.Grains.Fleet;
using Xunit;

namespace Burnin.Grains.Tests.Fleet;

public sealed class JsonFieldsTests
{
    [Theory]
    [InlineData("""{"id":"a","x":1}""", """{"id":"a","x":1}""", "{}")]
    [InlineData("""{"id":"a","x":1,"y":[]}""", """{"id":"a","x":2,"y":[]}""", """{"x":2}""")]
    [InlineData("""{"job":{"job_id":"1","percent":1,"eta":"t","state":"running"}}""", """{"job":{"job_id":"1","percent":2,"eta":null,"state":"running"}}""", """{"job":{"percent":2,"eta":null}}""")]
    [InlineData("""{"x":1,"job":{"job_id":"1","percent":1}}""", """{"x":2,"job":{"job_id":"1","percent":1}}""", """{"x":2}""")]
    [InlineData("""{"job":{"job_id":"1","percent":1}}""", """{"job":{"job_id":"2","percent":1}}""", """{"job":{"job_id":"2","percent":1}}""")]
    [InlineData("""{"job":null}""", """{"job":{"job_id":"1","percent":1}}""", """{"job":{"job_id":"1","percent":1}}""")]
    [InlineData("""{"job":{"job_id":"1","percent":1}}""", """{"job":null}""", """{"job":null}""")]
    [InlineData("""{"x":1,"job":{"job_id":"1","revision":1}}""", """{"x":1,"job":{"job_id":"1","revision":2}}""", "{}")]
    public void Only_what_differs_is_told_also_of_a_job_that_is_the_same(string before, string now, string told) =>
        Assert.Equal(told, JsonFields.Changed(Json(before), Json(now)));

    [Fact]
    public void Of_a_drive_that_nobody_knows_all_is_told() =>
        Assert.Equal("""{"id":"a","job":{"job_id":"1"}}""", JsonFields.Changed(null, Json("""{"id":"a","job":{"job_id":"1"}}""")));

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
