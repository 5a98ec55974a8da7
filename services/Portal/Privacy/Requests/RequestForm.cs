using System.Globalization;
using System.Text.Json;
using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>The fields of a request's page.</summary>
static class RequestForm
{
    internal const string Students = "student";

    internal const string Essays = "essays";

    internal const string Note = "note";

    internal const string ExtensionNote = "extension_note";

    internal const string Months = "months";

    internal static readonly string[] Fields = ["text", Essays, Note, ExtensionNote, Months, "reason"];

    static readonly char[] Between = [' ', '\t', '\r', '\n', ',', ';'];

    /// <summary>The students that are ticked, with what the page called them.</summary>
    internal static IReadOnlyList<ChosenStudent> Chosen(PageForm form) =>
        [.. form.All(Students).Distinct().Select(id => new ChosenStudent(id, form.Text($"label-{id}")))];

    /// <summary>What a decision about who it is says; null where an essay is no id.</summary>
    internal static JsonElement? Subject(PageForm form)
    {
        var essays = form.Text(Essays).Split(Between, StringSplitOptions.RemoveEmptyEntries);
        return essays.All(essay => Guid.TryParse(essay, out _))
            ? JsonSerializer.SerializeToElement(new SubjectBody(form.All(Students), essays), Phase1Json.Options)
            : null;
    }

    /// <summary>By how many months the time for an answer is made longer.</summary>
    internal static JsonElement Extension(PageForm form) =>
        JsonSerializer.SerializeToElement(
            new ExtensionBody(
                int.TryParse(form.Text(Months), NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0
            ),
            Phase1Json.Options
        );

    /// <summary>By which of its fields a form was refused; empty where it is the form as a whole.</summary>
    internal static string FieldOf(ProblemException refused, string decision) =>
        refused.Errors?.Keys.FirstOrDefault() switch
        {
            "data.essay_ids" => Essays,
            "note" when decision == RequestDecisions.Extend => ExtensionNote,
            "note" => Note,
            "reason" => "reason",
            "text" => "text",
            _ => "",
        };

    sealed record ExtensionBody(int Months);

    sealed record SubjectBody(IReadOnlyList<string> StudentIds, IReadOnlyList<string> EssayIds);
}
