namespace Phase1.ClassManagement.Students.Import;

/// <summary>
/// What a class list asks for. An address tells who somebody is: known, under the same name, the student is enrolled; under another name the line
/// is refused. Without an address the same name in the class is the same student, and the same name elsewhere may be somebody else. Pure.
/// </summary>
sealed class ImportPlan
{
    readonly Dictionary<string, (Guid? StudentId, NameLine Name)> _byEmail;
    readonly HashSet<Guid> _members;
    readonly List<(NameLine Name, bool HasEmail)> _names;

    ImportPlan(IReadOnlyList<Student> members, IReadOnlyList<Student> sameEmail)
    {
        _members = [.. members.Select(student => student.StudentId)];
        _names = [.. members.Select(student => (NameOf(student), student.Email is not null))];
        _byEmail = sameEmail
            .Where(student => student.Email is not null)
            .ToDictionary(
                student => student.Email!,
                student => ((Guid?)student.StudentId, NameOf(student)),
                StringComparer.OrdinalIgnoreCase
            );
    }

    internal List<ImportLine> New { get; } = [];

    internal HashSet<Guid> Enrolled { get; } = [];

    internal int Existing { get; private set; }

    internal List<ImportRejection> Rejected { get; } = [];

    /// <summary>What becomes of each line that could be read.</summary>
    internal Dictionary<ImportLine, LineOutcome> Outcomes { get; } = [];

    /// <param name="lines">The readable lines, in order.</param>
    /// <param name="members">The students of the class.</param>
    /// <param name="sameEmail">The teacher's students who have one of the addresses.</param>
    internal static ImportPlan Of(IEnumerable<ImportLine> lines, IReadOnlyList<Student> members, IReadOnlyList<Student> sameEmail)
    {
        var plan = new ImportPlan(members, sameEmail);
        foreach (var line in lines)
        {
            plan.Outcomes[line] = plan.Add(line);
        }
        return plan;
    }

    LineOutcome Add(ImportLine line)
    {
        if (line.Email is not null && _byEmail.TryGetValue(line.Email, out var known))
        {
            return Meet(line, known);
        }
        if (_names.Exists(name => SameName.Comparer.Equals(name.Name, line.Name) && !(name.HasEmail && line.Email is not null)))
        {
            Existing++;
            return LineOutcome.Existing;
        }
        New.Add(line);
        _names.Add((line.Name, line.Email is not null));
        if (line.Email is not null)
        {
            _byEmail[line.Email] = (null, line.Name);
        }
        return LineOutcome.Created;
    }

    LineOutcome Meet(ImportLine line, (Guid? StudentId, NameLine Name) known)
    {
        if (!SameName.Comparer.Equals(known.Name, line.Name))
        {
            Rejected.Add(new ImportRejection(line.Line, "email", ImportFault.EmailTaken));
            return LineOutcome.Rejected;
        }
        if (known.StudentId is { } student && !_members.Contains(student))
        {
            _members.Add(student);
            Enrolled.Add(student);
            _names.Add((line.Name, true));
            return LineOutcome.Enrolled;
        }
        Existing++;
        return LineOutcome.Existing;
    }

    static NameLine NameOf(Student student) => new(student.FirstName, student.LastName);
}
