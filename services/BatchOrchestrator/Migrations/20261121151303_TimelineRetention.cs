using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.BatchOrchestrator.Migrations
{
    /// <inheritdoc />
    public partial class TimelineRetention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_batch_timeline_occurred_at",
                table: "batch_timeline",
                column: "occurred_at")
                .Annotation("Npgsql:IndexMethod", "brin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_batch_timeline_occurred_at",
                table: "batch_timeline");
        }
    }
}
