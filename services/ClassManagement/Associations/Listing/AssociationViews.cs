using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Students;
using Phase1.Matching;

namespace Phase1.ClassManagement.Associations;

/// <summary>Puts names to the ids of rows: one query for all of them.</summary>
sealed class AssociationViews(ClassManagementDbContext db, MatchingThresholds thresholds)
{
    internal async Task<IReadOnlyList<AssociationView>> OfAsync(IReadOnlyList<Association> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }
        var ids = rows.SelectMany(Named).Distinct().ToList();
        var students = await db
            .Students.AsNoTracking()
            .Where(s => ids.Contains(s.StudentId))
            .ToDictionaryAsync(s => s.StudentId, cancellationToken);
        return
        [
            .. rows.Select(row => View(row, students))
                .OrderBy(view => view.Band)
                .ThenBy(view => view.FileName, StringComparer.Ordinal)
                .ThenBy(view => view.EssayId),
        ];
    }

    /// <summary>The students as the teacher reads them, deleted ones too, by id.</summary>
    internal async Task<IReadOnlyDictionary<Guid, StudentView>> StudentsAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var asked = ids.Distinct().ToList();
        return await db
            .Students.AsNoTracking()
            .Where(s => asked.Contains(s.StudentId))
            .ToDictionaryAsync(s => s.StudentId, View, cancellationToken);
    }

    static IEnumerable<Guid> Named(Association row) =>
        row
            .Suggestions.Select(s => s.StudentId)
            .Concat(new[] { row.SuggestedStudentId, row.DecidedStudentId }.Where(id => id is not null).Select(id => id!.Value));

    AssociationView View(Association row, Dictionary<Guid, Student> students)
    {
        var alternatives =
            from suggestion in row.Suggestions
            where suggestion.StudentId != row.SuggestedStudentId
            let student = students.GetValueOrDefault(suggestion.StudentId)
            where student is { DeletedAt: null }
            select new AlternativeView(View(student), suggestion.Score, suggestion.Reasons);
        return new AssociationView(
            row.EssayId,
            row.FileName,
            row.ValidationStatus,
            thresholds.BandOf(row),
            Find(row.SuggestedStudentId),
            row.ConfidenceScore,
            row.MatchReasons,
            row.AutoConfirmEligible,
            [.. alternatives],
            Find(row.DecidedStudentId),
            row.Decision,
            row.ValidationMethod,
            row.ValidatedBy,
            row.ValidatedAt,
            row.NoMatchReason,
            row.AssociationVersion
        );

        StudentView? Find(Guid? id) => id is { } known && students.TryGetValue(known, out var student) ? View(student) : null;
    }

    static StudentView View(Student student) => new(student.StudentId, student.DisplayName, student.IsPlaceholder);
}
