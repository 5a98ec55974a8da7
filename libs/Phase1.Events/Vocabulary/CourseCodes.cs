namespace Phase1.Events;

/// <summary>What a course code says beside itself.</summary>
public static class CourseCodes
{
    /// <summary>The language of the course.</summary>
    public static Language Language(this CourseCode course) => course <= CourseCode.Eng7 ? Events.Language.En : Events.Language.Sv;
}
