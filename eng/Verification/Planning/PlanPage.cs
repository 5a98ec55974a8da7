using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Planning;

/// <summary>A plan as it is shown.</summary>
static class PlanPage
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    internal static string ToJson(TestPlan plan) => JsonSerializer.Serialize(plan, Json);

    internal static string ToText(TestPlan plan)
    {
        var page = new StringBuilder();
        page.AppendLine(
            plan.Categories.Count == 0
                ? "nothing is required"
                : string.Join("   ", plan.Categories.Select(one => $"{one.Category.Title()} ({string.Join(", ", one.Reasons)})"))
        );
        foreach (var question in plan.Questions)
        {
            page.AppendLine($"  {question}");
        }
        foreach (var test in plan.Tests)
        {
            page.AppendLine($"  {test.Mode.Failure, -24}  {Mark(test.Importance), -9}  {test.Name}");
            page.AppendLine($"  {"", -24}  {"", -9}  as {test.Example}");
        }
        foreach (var covered in plan.Covered)
        {
            page.AppendLine($"  {string.Join(", ", covered.Modes.Select(mode => mode.Failure))}: noticed by {covered.By}");
        }
        foreach (var command in plan.Smoke)
        {
            page.AppendLine($"smoke (not built yet): {command}");
        }
        return page.ToString().TrimEnd();
    }

    static string Mark(Importance importance) => importance == Importance.Ordinary ? "" : importance.ToString().ToLowerInvariant();
}
