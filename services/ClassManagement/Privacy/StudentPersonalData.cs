using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Privacy;

/// <summary>The student in the classes: names, address, membership, and who was told of it.</summary>
static class StudentPersonalData
{
    const string IsNotErased =
        "(erased_at is null or first_name <> '-' or last_name <> '-' or legal_full_name is not null or email is not null)";

    // Only ids of students: those of essays stand for no person any more when the essays are nobody's.
    const string NamesStudent = "exists (select from unnest(@students) s where position(s::text in payload::text) > 0)";

    const string HasStudents = "jsonb_typeof(payload -> 'student_ids') = 'array'";

    const string Others = """
        coalesce((select jsonb_agg(e.id order by e.place) from jsonb_array_elements_text(payload -> 'student_ids') with ordinality e (id, place)
                  where e.id <> all(@students::text[])), '[]')
        """;

    internal static IReadOnlyList<PersonalTable> Tables { get; } =
    [
        new("notifications", "the student's id, where the teacher was told who was added to a class")
        {
            Collect = $"select type, class_id, created_at from notifications where {NamesStudent}",
            Erase =
            [
                $"delete from notifications where {HasStudents} and {NamesStudent} and {Others} = '[]'",
                $"""
                    update notifications set payload = jsonb_set(payload, array['student_ids'], {Others}) where {HasStudents} and {NamesStudent}
                    """,
            ],
            Remains = [$"select count(*) from notifications where {NamesStudent} or payload -> 'student_ids' = '[]'"],
        },
        new("enrolments", "the classes that the student is in")
        {
            Collect = """
                select e.student_id, e.class_id, c.name as class_name, c.course_code, e.enrolled_at
                from enrolments e join classes c on c.class_id = e.class_id where e.student_id = any(@students)
                """,
            Erase = ["delete from enrolments where student_id = any(@students)"],
            Remains = ["select count(*) from enrolments where student_id = any(@students)"],
        },
        new("students", "names and address; the id stays, and stands for nobody")
        {
            Collect = """
                select student_id, first_name, last_name, legal_full_name, email, created_at, updated_at, deleted_at
                from students where student_id = any(@students) and erased_at is null
                """,
            Erase =
            [
                $"""
                    update students set first_name = '-', last_name = '-', legal_full_name = null, email = null,
                        deleted_at = coalesce(deleted_at, @now), erased_at = @now, updated_at = @now
                    where student_id = any(@students) and not is_placeholder and {IsNotErased}
                    """,
            ],
            Remains = [$"select count(*) from students where student_id = any(@students) and {IsNotErased}"],
        },
    ];
}
