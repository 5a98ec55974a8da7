using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Writes the essays of one class, each with the truth about it.</summary>
sealed class EssayMaker(CorpusFamily family, Dice dice, IReadOnlyList<Student> students, ClassMaker classes)
{
    readonly BodyText _bodies = new(dice, students);
    readonly PageMaker _pages = new(dice, family.Names);

    public LabelledEssay Write(Student writer)
    {
        var kind = dice.Weighted(Kinds);
        return kind switch
        {
            EvidenceClass.Clear => Clear(writer),
            EvidenceClass.Variant => Headed(writer, NameWriting.Partly(writer, dice), null, kind),
            EvidenceClass.Misspelt => Headed(writer, Misspelt(writer), null, kind),
            EvidenceClass.Indirect => Indirect(writer),
            EvidenceClass.Contradicted => Contradicted(writer),
            EvidenceClass.Stranger => Stranger(writer),
            _ => Finish(writer.Id, Nameless(), FileNames.Neutral(dice), EvidenceClass.Nameless, "no name"),
        };
    }

    LabelledEssay Clear(Student writer)
    {
        var hasNamesake = students.Any(other => other.Id != writer.Id && Plain.Letters(other.Name) == Plain.Letters(writer.Name));
        var address = dice.Chance(hasNamesake ? 0.5 : 0.15) ? writer.Email : null;
        if (address is not null && dice.Chance(0.25))
        {
            var place = dice.Chance(0.5);
            var text = place ? $"{address}\n\n{Nameless()}" : $"{Nameless()}\n\n{address}";
            return Finish(writer.Id, text, FileNames.Neutral(dice), EvidenceClass.Clear, "address alone");
        }

        var kind = hasNamesake && address is null ? EvidenceClass.Ambiguous : EvidenceClass.Clear;
        var fileName = dice.Chance(0.3) ? FileNames.Of(writer, dice) : FileNames.Neutral(dice);
        return Headed(writer, NameWriting.Clearly(writer, dice), address, kind, fileName);
    }

    string Misspelt(Student writer) =>
        dice.Chance(0.3) ? NameWriting.Scanned(writer.Name, dice)
        : dice.Chance(0.8) ? NameWriting.WithSlip(writer.Name, dice)
        : NameWriting.WithSlip(NameWriting.WithSlip(writer.Name, dice), dice);

    LabelledEssay Indirect(Student writer) =>
        dice.Next(3) switch
        {
            0 => Finish(writer.Id, Nameless(), FileNames.Of(writer, dice), EvidenceClass.Indirect, "file name"),
            1 => Finish(
                null,
                $"{(_pages.IsSwedish ? "Hej" : "Dear")} {dice.Pick(students).Name},\n\n{Nameless()}",
                null,
                EvidenceClass.Indirect,
                "salutation"
            ),
            _ => Finish(
                null,
                $"{_bodies.Lines(_pages.IsSwedish, 24)}\n{dice.Pick(students).Email}\n{_bodies.Lines(_pages.IsSwedish, 12)}",
                null,
                EvidenceClass.Indirect,
                "address in the body"
            ),
        };

    LabelledEssay Contradicted(Student writer)
    {
        var others = students
            .Where(student => Plain.Letters(student.Name) != Plain.Letters(writer.Name) && student.Email is not null)
            .ToList();
        var other = dice.Pick(others);
        var joint = dice.Pick([" och ", " & ", " and ", ", ", " / "]);
        return dice.Next(4) switch
        {
            0 or 1 => Headed(null, $"{writer.Name}{joint}{other.Name}", null, EvidenceClass.Contradicted),
            2 => Headed(null, writer.Name, other.Email, EvidenceClass.Contradicted),
            _ => Headed(null, writer.Name, null, EvidenceClass.Contradicted, FileNames.Of(other, dice)),
        };
    }

    LabelledEssay Stranger(Student writer)
    {
        var stranger = classes.MakeStranger(students);
        return Headed(null, NameWriting.Clearly(stranger, dice), dice.Chance(0.2) ? stranger.Email : null, EvidenceClass.Stranger);
    }

    LabelledEssay Headed(Student? writer, string name, string? address, EvidenceClass kind, string? fileName = null)
    {
        var layout = dice.Weighted(family.WeightedLayouts);
        var text = layout.Write(_pages.Make(name, address, Classmate(writer))) + "\n" + _bodies.Write(_pages.IsSwedish);
        return Finish(writer?.Id, text, fileName ?? FileNames.Neutral(dice), kind, layout.Name);
    }

    /// <summary>Somebody whose name or address may stand on the page in another role.</summary>
    Student Classmate(Student? writer)
    {
        var first = dice.Next(students.Count);
        return Enumerable
            .Range(0, students.Count)
            .Select(i => students[(first + i) % students.Count])
            .First(student => writer is null || Plain.Letters(student.Name) != Plain.Letters(writer.Name));
    }

    string Nameless() => $"{dice.Pick(_pages.IsSwedish ? Titles.Swedish : Titles.English)}\n\n{_bodies.Write(_pages.IsSwedish)}";

    LabelledEssay Finish(string? writer, string text, string? fileName, EvidenceClass kind, string layout) =>
        new(new EssayText(dice.Next(int.MaxValue).ToString("x8"), fileName, Disguise.Wear(text, dice)), writer, kind, layout);

    static readonly (int, EvidenceClass)[] Kinds =
    [
        (870, EvidenceClass.Clear),
        (30, EvidenceClass.Variant),
        (30, EvidenceClass.Misspelt),
        (15, EvidenceClass.Indirect),
        (15, EvidenceClass.Contradicted),
        (15, EvidenceClass.Stranger),
        (25, EvidenceClass.Nameless),
    ];
}
