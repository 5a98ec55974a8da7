using Phase1.Events;

namespace Phase1.Nlp.Preview;

/// <summary>A dry run: students and texts, as one batch.</summary>
sealed record PreviewRequest(CourseCode CourseCode, IReadOnlyList<PreviewStudent> Roster, IReadOnlyList<PreviewEssay> Essays);

/// <summary>A roster entry of a dry run.</summary>
sealed record PreviewStudent(string StudentId, string FirstName, string LastName, string? FullLegalName = null, string? Email = null);

/// <summary>An essay of a dry run.</summary>
sealed record PreviewEssay(string EssayId, string Text, string? FileName = null);
