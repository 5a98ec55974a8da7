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

    internal static readonly string[] Fields = ["text", Essays, Note, "reason"];

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

    /// <summary>By which of its fields a form was refused; empty where it is the form as a whole.</summary>
    internal static string FieldOf(ProblemException refused) =>
        refused.Errors?.Keys.FirstOrDefault() switch
        {
            "data.essay_ids" => Essays,
            "note" => Note,
            "reason" => "reason",
            "text" => "text",
            _ => "",
        };

    sealed record SubjectBody(IReadOnlyList<string> StudentIds, IReadOnlyList<string> EssayIds);
}
