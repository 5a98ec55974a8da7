using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.ServiceDefaults;

/// <summary>The smallest service with a database: notes that a POST adds.</summary>
sealed class NotesService : Phase1Service<NotesContext>
{
    public override string Name => "notes_service";
    public override int DefaultPort => 0;

    protected internal override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/notes", AddAsync).RequireTeacher().WithIdempotency();
        routes.MapGet("/v1/cause", (UnitOfWork work) => work.Cause).RequireTeacher();
    }

    static async Task<IResult> AddAsync(NoteRequest request, NotesContext notes, UnitOfWork work, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (request.Text == "refused")
        {
            throw new ProblemException(Problems.InvalidState, "No such notes.");
        }
        var note = new Note { Text = request.Text };
        notes.Add(note);
        await work.CommitAsync(cancellationToken);
        return request.Text == "lost"
            ? throw new InvalidOperationException("after the commit")
            : Results.Created($"/v1/notes/{note.Id}", note);
    }
}

sealed record NoteRequest(string Text);

sealed class Note
{
    public int Id { get; set; }
    public required string Text { get; set; }
}

sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>().ToTable("notes");
        modelBuilder.AddMessagingTables();
        modelBuilder.UseSnakeCaseNames();
    }
}
