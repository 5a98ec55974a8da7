using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Students;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Privacy;

/// <summary>What CMS holds about a student: the student, and whatever was proposed and decided about the student's essays.</summary>
sealed class ClassManagementPersonalData(ClassManagementDbContext db, UnitOfWork work, TimeProvider clock) : IPersonalData
{
    // Sets of which a row is the student's, or proposes the student.
    const string Sets = $"""
        select s.batch_id from association_sets s where exists (
            select from associations where batch_id = s.batch_id and ({AssociationPersonalData.IsOwn} or {AssociationPersonalData.NamesStudent}))
        """;

    static readonly IReadOnlyList<PersonalTable> All =
    [
        .. AssociationPersonalData.Tables,
        .. StudentPersonalData.Tables,
        PersonalTable.Nothing("association_sets"),
        PersonalTable.Nothing("cancelled_batches"),
        PersonalTable.Nothing("classes"),
        PersonalTable.Nothing("courses"),
        PersonalTable.Nothing("name_accesses"),
        PersonalTable.Nothing("notification_feeds"),
    ];

    public IReadOnlyList<PersonalTable> Tables => All;

    // Sets, students, classes: whoever decides something holds its set and then its class, whoever changes a student the student and then the classes.
    public IReadOnlyList<string> Locks =>
        [
            $"select from association_sets where batch_id in ({Sets}) order by batch_id for update",
            "select from students where student_id = any(@students) order by student_id for no key update",
            """
                select from classes where class_id in (select class_id from enrolments where student_id = any(@students))
                order by class_id for no key update
                """,
        ];

    public string? KnownStudents => "select student_id from students where student_id = any(@students) and not is_placeholder";

    public string? KnownEssays =>
        """
            select batch_id, essay_id, null::uuid, null::text from associations
            where decided_student_id = any(@students) or essay_id = any(@essays)
            """;

    // As it stands in an answer: in quotation marks, or else it would be found within the addresses of others.
    public IReadOnlyList<string> Marks =>
        ["select '\"' || email || '\"' from students where student_id = any(@students) and email is not null"];

    /// <summary>Readers of rosters ask again, and so do those who look at the sets.</summary>
    public async Task PublishAsync(DataSubject subject, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = subject.StudentIds.ToArray();
        var enrolments = await db.Enrolments.AsNoTracking().Where(e => ids.Contains(e.StudentId)).ToListAsync(cancellationToken);
        var classIds = enrolments.Select(e => e.ClassId).Distinct().ToArray();
        var classes = await db.Classes.Where(c => classIds.Contains(c.ClassId)).ToListAsync(cancellationToken);
        classes.ForEach(schoolClass => schoolClass.Changed(now));
        var students = await db
            .Students.AsNoTracking()
            .Where(s => ids.Contains(s.StudentId) && !s.IsPlaceholder && s.ErasedAt == null)
            .OrderBy(s => s.StudentId)
            .ToListAsync(cancellationToken);
        foreach (var student in students)
        {
            var own = enrolments.Where(e => e.StudentId == student.StudentId).Select(e => e.ClassId).ToHashSet();
            work.Publish(StudentFacts.Updated(student, [], [.. classes.Where(c => own.Contains(c.ClassId))]));
        }
        var batches = subject.Essays.Select(essay => essay.BatchId).Distinct().ToArray();
        await db
            .AssociationSets.Where(set => batches.Contains(set.BatchId))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.Version, one => one.Version + 1), cancellationToken);
    }
}
