using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Phase1.BatchOrchestrator.Migrations
{
    /// <inheritdoc />
    public partial class Timeline : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "batch_timeline",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    source_service = table.Column<string>(type: "text", nullable: false),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    causation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_batch_timeline", x => x.event_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_batch_timeline_batch_id_occurred_at",
                table: "batch_timeline",
                columns: new[] { "batch_id", "occurred_at" });

            migrationBuilder.CreateIndex(
                name: "ix_batch_timeline_correlation_id_occurred_at",
                table: "batch_timeline",
                columns: new[] { "correlation_id", "occurred_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "batch_timeline");
        }
    }
}
