namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>
/// Makes classes: one class in forty has two students of the same name, one in twenty siblings; seven students in ten have a legal
/// name that says more than the called one, one in ten has no address.
/// </summary>
sealed class ClassMaker(NamePool pool, Dice dice)
{
    public IReadOnlyList<Student> Make(int size)
    {
        var addresses = new SchoolAddresses(dice);
        List<Student> students = [];
        for (var i = 0; i < size; i++)
        {
            students.Add(MakeStudent(addresses));
        }

        if (dice.Chance(1.0 / 40))
        {
            students[1] = WithName(students[1], students[0].First, students[0].Last, addresses);
        }

        if (dice.Chance(1.0 / 20))
        {
            students[3] = WithName(students[3], students[3].First, students[2].Last, addresses);
        }

        return students;
    }

    /// <summary>Somebody else's student: now and then a brother or sister of one of these.</summary>
    public Student MakeStranger(IReadOnlyList<Student> students)
    {
        while (true)
        {
            var stranger = MakeStudent(new SchoolAddresses(dice));
            stranger = dice.Chance(0.1) ? stranger with { Last = dice.Pick(students).Last } : stranger;
            // The very name of a student would be that student's to every reader.
            if (students.All(student => Plain.Letters(student.Name) != Plain.Letters(stranger.Name)))
            {
                return stranger;
            }
        }
    }

    Student MakeStudent(SchoolAddresses addresses)
    {
        var stock = pool.Stock(dice);
        var surnames = dice.Chance(0.08) ? pool.Stock(dice) : stock;
        var last = dice.PickPopular(surnames.Surnames);
        // Some take both parents' names.
        last = dice.Chance(0.04) && !last.Contains(' ') && !last.Contains('-') ? $"{last} {dice.Pick(surnames.Surnames)}" : last;
        var student = new Student(dice.Next(int.MaxValue).ToString("x8") + dice.Next(int.MaxValue).ToString("x8"), "", last, null, null);
        return WithName(student, dice.PickPopular(stock.Given), last, addresses) with { };
    }

    Student WithName(Student student, string first, string last, SchoolAddresses addresses)
    {
        var stock = pool.Stock(dice);
        var further = dice.Weighted([(35, 0), (45, 1), (20, 2)]);
        var names = Enumerable.Range(0, further).Select(_ => dice.Pick(stock.Given)).ToList();
        // Some are called by a later given name.
        var at = dice.Chance(0.1) ? dice.Next(names.Count + 1) : 0;
        names.Insert(at, first);
        var legal = dice.Chance(0.7) ? $"{string.Join(' ', names)} {last}" : null;
        return student with { First = first, Last = last, Legal = legal, Email = dice.Chance(0.9) ? addresses.For(first, last) : null };
    }
}
