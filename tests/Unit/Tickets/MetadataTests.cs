using System.Text.Json.Nodes;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops.UnknownStudents;

namespace Phase1.Unit.Tests.Tickets;

public sealed class MetadataTests
{
    [Theory]
    [InlineData("""{"a": 1}""", """{"a": null, "b": [1]}""", """{"a": null, "b": [1]}""")]
    [InlineData(
        """{"stages": {"x": {"f": {"deep": 1}, "g": 2}}}""",
        """{"stages": {"x": {"f": {"other": 3}}}}""",
        """{"stages": {"x": {"f": {"other": 3}, "g": 2}}}"""
    )]
    [InlineData("""{"stages": {"x": 1}}""", """{"stages": {"x": {"f": 1}}}""", """{"stages": {"x": {"f": 1}}}""")]
    [InlineData("""{"stages": {"x": {"f": 1}}}""", """{"stages": {"x": 7, "y": "no"}}""", """{"stages": {"x": {"f": 1}}}""")]
    [InlineData("""{"stages": {"x": {"f": 1}}}""", """{"stages": "none"}""", """{"stages": {"x": {"f": 1}}}""")]
    [InlineData("""{}""", """{"stages": {"x": {"f": 1}}}""", """{"stages": {"x": {"f": 1}}}""")]
    public void A_patch_replaces_keys_and_merges_stages(string existing, string patch, string expected)
    {
        var before = Json(existing);

        var merged = MetadataMerge.Apply(before, Json(patch));

        JsonNode.DeepEquals(merged, Json(expected)).ShouldBeTrue(merged.ToJsonString());
        JsonNode.DeepEquals(before, Json(existing)).ShouldBeTrue("the argument was changed");
    }

    [Fact]
    public void Metadata_have_limits()
    {
        MetadataLimits.FaultOf(new JsonObject { ["a"] = new string('x', MetadataLimits.MaxBytes) }).ShouldBe("may have 256 kB at most");
        MetadataLimits.FaultOf(new JsonObject { ["a"] = "\0" }).ShouldBe("must not hold U+0000");
        MetadataLimits.FaultOf(new JsonObject { ["a"] = 1 }).ShouldBeNull();
        MetadataLimits
            .FaultOf(Json(string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40)))
            .ShouldBe("may be nested 32 levels at most");
    }

    [Fact]
    public void Of_two_corrections_of_an_essay_the_later_version_counts()
    {
        var essay = new Guid("00000000-0000-7000-8000-000000000001");
        var second = NamedEssays.With([], essay, 3, isNamed: false).ShouldNotBeNull();

        NamedEssays.With(second, essay, 2, isNamed: true).ShouldBeNull();
        NamedEssays.AreAll(second, [essay.ToString()]).ShouldBeFalse();
        NamedEssays.AreAll(NamedEssays.With(second, essay, 4, isNamed: true)!, [essay.ToString()]).ShouldBeTrue();
    }

    static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
