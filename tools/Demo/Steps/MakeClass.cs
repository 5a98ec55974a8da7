using System.Globalization;
using Phase1.Demo.Client;
using Phase1.Demo.Samples;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Steps;

/// <summary>The teacher makes a class and enters its students, one by one.</summary>
sealed class MakeClass(SuiteClient suite, SampleClass sample, Guid chain)
{
    internal async Task<DemoClass> RunAsync(CancellationToken cancellationToken)
    {
        // The teacher is new in every run, and the name says which run it was.
        var name = string.Create(CultureInfo.InvariantCulture, $"{sample.Name} ({suite.Teacher})");
        var made = await suite.PostAsync<CreatedClass>(
            SuiteService.ClassManagement,
            "/v1/classes",
            new { Name = name, CourseCodes = new[] { sample.CourseCode } },
            chain,
            token => FindClassAsync(name, token),
            cancellationToken
        );
        foreach (var student in sample.Students)
        {
            await EnterAsync(made.Id, student, cancellationToken);
        }
        return new(made.Id, chain, IdsOf(await RosterAsync(made.Id, cancellationToken)));
    }

    Task<CreatedStudent> EnterAsync(Guid classId, SampleStudent student, CancellationToken cancellationToken) =>
        suite.PostAsync<CreatedStudent>(
            SuiteService.ClassManagement,
            "/v1/classes/students",
            new
            {
                PersonName = new
                {
                    student.FirstName,
                    student.LastName,
                    student.LegalFullName,
                },
                student.Email,
                ClassIds = new[] { classId },
            },
            chain,
            async token =>
                (await RosterAsync(classId, token)).Students.FirstOrDefault(entered => entered.Mark == student.Mark) is { } found
                    ? new(found.StudentId)
                    : null,
            cancellationToken
        );

    async Task<CreatedClass?> FindClassAsync(string name, CancellationToken cancellationToken)
    {
        var own = await suite.GetAsync<ClassPage>(SuiteService.ClassManagement, "/v1/classes", chain, cancellationToken);
        return own.Items.FirstOrDefault(made => made.Name == name);
    }

    Task<Roster> RosterAsync(Guid classId, CancellationToken cancellationToken) =>
        suite.GetAsync<Roster>(SuiteService.ClassManagement, $"/v1/classes/{classId}/roster", chain, cancellationToken);

    Dictionary<string, Guid> IdsOf(Roster roster)
    {
        if (roster.Students.Count != sample.Students.Count)
        {
            throw new DemoException($"The class should have {sample.Students.Count} students and has {roster.Students.Count}.");
        }
        var ids = roster.Students.ToDictionary(student => student.Mark, student => student.StudentId);
        return sample.Students.ToDictionary(student => student.Key, student => ids[student.Mark]);
    }
}
