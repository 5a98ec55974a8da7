namespace Phase1.Nlp.Matching;

/// <summary>Two authors on a line, or two names that strongly claim different students.</summary>
sealed class MultipleNames() : Veto("multiple_names")
{
    public override bool Holds(EssayCase essay) =>
        essay.HasSeveralAuthors || essay.StrongNames.Any(one => essay.StrongNames.Any(other => !one.Intersect(other).Any()));
}

/// <summary>The address points to one student, whom no name supports, and a name strongly claims another.</summary>
sealed class NameEmailConflict() : Veto("name_email_conflict")
{
    public override bool Holds(EssayCase essay) =>
        essay.Addressees.Any(addressees =>
            addressees.All(student => essay.NameConfidenceOf(student) < essay.Thresholds.Confidences.SupportingName)
            && essay.StrongNames.Any(named => !named.Intersect(addressees).Any())
        );
}

/// <summary>The file name names another student.</summary>
sealed class FileNameConflict() : Veto("file_name_conflict")
{
    public override bool Holds(EssayCase essay) => essay.InFileName.Any(named => !named.Contains(essay.First.Student));
}

/// <summary>The only address that speaks for the student stands in the body of the text.</summary>
sealed class BodyEmail() : Veto("body_email")
{
    public override bool Holds(EssayCase essay) => essay.First.HasEmailInBodyOnly;
}

/// <summary>The evidence itself carries a doubt.</summary>
sealed class DoubtfulEvidence(string code, Doubts doubt) : Veto(code)
{
    public override bool Holds(EssayCase essay) => essay.First.Doubts.HasFlag(doubt);
}
