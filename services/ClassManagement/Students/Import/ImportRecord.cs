using Phase1.ClassManagement.Classes;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>Records what an import has planned: students, enrolments, one new version of the roster, and the events of all that.</summary>
sealed class ImportRecord(ClassManagementDbContext db, UnitOfWork work, SchoolClass schoolClass, DateTimeOffset now)
{
    internal async Task AddAsync(ImportPlan plan, IReadOnlyList<Student> enrolled, CancellationToken cancellationToken)
    {
        if (plan.New.Count + enrolled.Count == 0)
        {
            return;
        }
        schoolClass.Changed(now);
        var created = plan.New.ConvertAll(line =>
            NewStudent.Named(line.Name.First, line.Name.Last, line.Legal, line.Email, schoolClass.CreatedByUserId, now)
        );
        foreach (var student in created)
        {
            db.Students.Add(student);
            db.Enrol(schoolClass.ClassId, student.StudentId, now);
            work.Publish(StudentFacts.Created(student, [schoolClass]));
        }
        foreach (var student in enrolled)
        {
            var before = await db.ClassesOfAsync(student.StudentId, cancellationToken);
            db.Enrol(schoolClass.ClassId, student.StudentId, now);
            student.UpdatedAt = now;
            work.Publish(StudentFacts.Updated(student, [.. before.Append(schoolClass.ClassId).Order()], [schoolClass]));
        }
        work.Publish(
            StudentFacts.AddedNotice(schoolClass, [.. created.Concat(enrolled).Select(student => student.StudentId)], work.Cause, now)
        );
    }
}
